#pragma once

#include <csetjmp>

namespace vermilion::pipeline::codec {

// libjpeg and libpng report failure through a handler that must not return, and are C: an exception
// has no business in their frames. So the handler calls leave(), which drops everything up to
// run(). What owns something (a Mat, a string, the library's own state) is therefore made outside
// of run(), and a step makes nothing that would need a destructor.
class Guard {
 public:
  Guard() = default;
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // False when the step ended in leave().
  template <class Step>
  [[nodiscard]] bool run(const Step& step) {
    if (setjmp(back_) != 0) return false;
    step();
    return true;
  }

  [[noreturn]] void leave() { std::longjmp(back_, 1); }

 private:
  std::jmp_buf back_;
};

}  // namespace vermilion::pipeline::codec
