'use strict';
// Stands where lodash would find the global object by evaluating text.
module.exports = globalThis;
