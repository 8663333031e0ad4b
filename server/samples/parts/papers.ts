import type { SamplePart, SampleWorld } from '../world.ts';
import type { OfficeFolder } from '../words/office/office.ts';
import { aboutCustomer } from './talks.ts';

/** Folders of the company, each with what lies in it. */
export const folders: SamplePart = {
  object: 'folder',
  plan(world) {
    foldersOf(world).forEach(({ name, description, by }, i) => {
      world.add({
        ref: folderRef(i),
        at: world.minuteOf(200, 600),
        by,
        values: { name, description },
      });
    });
  },
};

export const documents: SamplePart = {
  object: 'document',
  plan(world) {
    foldersOf(world).forEach(({ papers }, i) => {
      for (const paper of papers) {
        const { name, by, description, labels, lines, stored, ofCustomer = false } = paper;
        world.add({
          ref: `document ${name}`,
          at: world.minuteOf(40 + 30 * i, 640),
          by,
          values: {
            name,
            description,
            labels,
            folder: { ref: folderRef(i) },
            file: { file: { name, ...(lines && { lines }), ...(stored && { stored }) } },
            ...(ofCustomer && { about: aboutCustomer(world, by) }),
          },
        });
      }
    });
  },
};

export const folderRef = (i: number): string => `folder ${i}`;

const foldersOf = ({ company }: SampleWorld): readonly OfficeFolder[] =>
  company.trade.office.folders;
