// Everything is in place: show what was kept.
recall();
showAll();
