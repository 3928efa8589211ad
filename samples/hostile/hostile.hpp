#pragma once

#include "samples/hostile/bytes.hpp"

#include <vector>

// Files that mean harm or were harmed. What each is and what must be said about it stands in
// README.md; the bytes are made here.
namespace vermilion::samples::hostile {

std::vector<File> hostile_jpegs();
std::vector<File> hostile_pngs();
std::vector<File> hostile_bmps();
std::vector<File> strangers();  // not of a kind that is read, or of two kinds at once

// All of them.
std::vector<File> hostile_files();

}  // namespace vermilion::samples::hostile
