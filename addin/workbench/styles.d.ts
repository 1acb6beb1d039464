/** Style sheets are texts: the page puts them into elements of its own. */
declare module '*.css' {
  const text: string;
  export default text;
}
