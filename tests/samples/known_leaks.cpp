// Fontconfig and Pango keep what they have once looked up: some 150 kB a process, not growing with
// the samples drawn (samples/canvas.cpp says why it does not). Tesseract keeps the dictionaries of
// a language for the next engine that reads it, and forgets the blob it makes up for a line without
// any, some hundred bytes. Cairo 1.16 forgets one list of each Chinese font it puts into a PDF, 768
// bytes (cairo_cff_font_read_cid_fontdict, mended in 1.17). LeakSanitizer is told so.
extern "C" const char* __lsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n"
         "leak:tesseract::DawgLoader::Load\nleak:tesseract::SquishedDawg::read_squished_dawg\n"
         "leak:tesseract::make_single_row\n";
}

// Of these it says nothing, so that a program writes what it writes without a sanitizer.
extern "C" const char* __lsan_default_options();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_options() {  // NOLINT(bugprone-reserved-identifier)
  return "print_suppressions=0";
}
