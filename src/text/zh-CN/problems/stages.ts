/** What had been done to the workbook when Excel stopped, by the host's stage. */
export const STAGE_WORDS: Readonly<Record<string, string>> = {
  reading: '没有读完，台账没有改动',
  nothing: '未写入任何内容',
  partly: '您填写的内容没有改动，督查列和督查工作表只写了一部分，重新操作一次即可补齐',
};
