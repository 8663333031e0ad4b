export interface TextQuestion {
  filePath: string;
  /** As the file's type was found from its content. */
  type: string;
}

/** Undefined where there are no words in such a file. */
export interface TextAnswer {
  text: string | undefined;
}

/** Longer texts are cut: what stands behind is not searched. */
export const longestText = 200_000;
