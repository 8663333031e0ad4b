import { objectConformance } from '../testing/object-conformance.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';

objectConformance({ objects: toyObjects, rules: toyRules });
