// Everything is in place: show what was kept.
begin();
