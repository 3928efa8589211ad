// What Pango and Fontconfig keep for the life of a process is no leak of ours. Only the leak
// sanitizer knows the name; elsewhere nobody calls it.
extern "C" const char* __lsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfontconfig\nleak:libpango\n";
}
