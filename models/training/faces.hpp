#pragma once

#include "models/training/random.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

// The faces that licences are printed in, and their look-alikes among Debian's fonts.
namespace vermilion::models {

// Of Han characters; each is in fonts that script/bootstrap installs.
inline constexpr std::array<std::string_view, 4> kHanFamilies{
    "Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UMing CN", "WenQuanYi Zen Hei"};

// One of the installed families for digits and capitals, the usual ones more often.
std::string_view random_family(Random& random);

// The families drawn from that are installed here, for the log.
std::vector<std::string> installed_families();

}  // namespace vermilion::models
