/** Features that add to the engine's screens; the application imports this once. */
import './lead/index.ts';
