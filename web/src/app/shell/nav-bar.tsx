import { Link } from '@tanstack/react-router';
import { useModel } from '#web/engine/model.ts';
import { useLabel } from '#web/words/language.tsx';

export function NavBar() {
  const { objects } = useModel();
  const label = useLabel();
  return (
    <nav>
      {objects.map((object) => (
        <div key={object.key}>
          <Link to="/$objects" params={{ objects: object.path }}>
            {label(object.pluralLabel)}
          </Link>
        </div>
      ))}
    </nav>
  );
}
