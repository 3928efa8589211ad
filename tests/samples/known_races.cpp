// Libraries that are not built for the thread sanitizer keep their order to themselves: fontconfig
// and Pango look fonts up in a thread of their own, Tesseract's loops run under OpenMP, and
// oneTBB's parallel_for (samples/series.cpp) hands out and collects what it does where nobody sees
// it. service/batch shows its order itself, but for the filters that oneTBB makes of it.
extern "C" const char* __tsan_default_options();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __tsan_default_options() {  // NOLINT(bugprone-reserved-identifier)
  return "ignore_noninstrumented_modules=1";
}

extern "C" const char* __tsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __tsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "race:libfontconfig\nrace:libpango\nrace:libglib\nrace:libtesseract\nrace:libgomp\n"
         "race:create_filter\nrace:make_filter\nrace:filter_node_leaf\n"
         "race:oneapi/tbb/parallel_for.h\n";
}
