#include "service/certificates/openssl.hpp"

#include <fmt/format.h>
#include <openssl/err.h>

#include <array>

namespace vermilion::service::certificates::openssl {
namespace {

std::string last_words() {
  std::array<char, 256> words{};
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  if (code == 0) return "no reason given";
  ERR_error_string_n(code, words.data(), words.size());
  return words.data();
}

}  // namespace

void require(bool done, std::string_view what) {
  if (!done) throw Broken(fmt::format("{}: {}", what, last_words()));
}

Bio reading(std::string_view text) {
  return Bio(required(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), "memory"));
}

Bio writing() {
  return Bio(required(BIO_new(BIO_s_mem()), "memory"));
}

std::string text_in(const Bio& bio) {
  char* text = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

int no_password(char*, int, int, void*) {
  return 0;
}

}  // namespace vermilion::service::certificates::openssl
