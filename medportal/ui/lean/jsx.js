// Elements, with what Python calls a style as the style attribute: our classes stand in style sheets, so that a library
// which writes rules at run time is not needed.
import { createElement } from "react";

export const jsx = (type, props, ...children) => {
  if (!props?.css) return createElement(type, props, ...children);
  const { css, style, ...rest } = props;
  return createElement(type, { ...rest, style: { ...css, ...style } }, ...children);
};
