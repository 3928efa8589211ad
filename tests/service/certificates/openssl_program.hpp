#pragma once

#include "tests/support/temporary_folder.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace vermilion::service::certificates {

// Somebody else's eyes: the openssl command line, run in the folder of a test. What it says on both
// streams, and "exit N" where it failed.
inline std::string openssl_says(const tests::TemporaryFolder& folder, const std::string& line) {
  const std::string command = "cd '" + folder.path().string() + "' && openssl " + line + " 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string said;
  std::array<char, 4096> bytes{};
  while (const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), pipe)) {
    said.append(bytes.data(), got);
  }
  const int status = pclose(pipe);
  return status == 0 ? said : said + "exit " + std::to_string(status);
}

}  // namespace vermilion::service::certificates
