// Read by Internet Explorer too, so in its language of 1999: browsers that can't run the pages go to one that says what
// to do. Newer ones go on.
(function () {
  var modern =
    typeof Promise === 'function' &&
    typeof Worker === 'function' &&
    typeof BigInt === 'function' &&
    'noModule' in document.createElement('script') &&
    typeof [].at === 'function';
  if (modern) return;
  var notice = document.getElementById('unsupported');
  if (notice) {
    notice.style.display = 'block';
  } else {
    location.replace('unsupported.html');
  }
})();
