#include "models/training/printed_code.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <array>
#include <string_view>

namespace vermilion::models {
namespace {

namespace code = pipeline::credit_code;

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kDigitsAndCapitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

constexpr std::u32string_view kHan =
    U"一般项目技术服务开发咨询交流转让推广软件信息系统集成计算机硬辅助设备零售电子产品销办公用国内"
    U"贸易"
    U"代理会议展览广告设计发布市场营策划企业管货物进出口互联网需要许可的商数据处理存储支持第类医疗"
    U"器械"
    U"建筑材料日百服装饰批除依法须经准凭照自主动名称型定表人注册资本成立期限住所范围统社会用码登记"
    U"关有"
    U"责任公司然投或控股民币万元整长新高区科路号幢层室营执副正证编年月省县街道村镇";

char one_of(Random& random, std::string_view from) {
  return from[static_cast<std::size_t>(whole(random, 0, static_cast<int>(from.size()) - 1))];
}

std::string some(Random& random, std::string_view from, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += one_of(random, from);
  return text;
}

// Positions 9 to 16: since 2015 most begin with MA, older ones are digits.
std::string body(Random& random) {
  const double kind = uniform(random, 0, 1);
  if (kind < 0.5) return "MA" + some(random, kDigits, 1) + some(random, code::kAlphabet, 5);
  if (kind < 0.6) return some(random, "MLKPX", 1) + some(random, kDigits, 7);
  if (kind < 0.65) return some(random, code::kAlphabet, 8);
  return some(random, kDigits, 8);
}

}  // namespace

std::string valid_code(Random& random) {
  constexpr std::array<std::string_view, 10> kKinds{"91", "91", "91", "91", "91",
                                                    "92", "92", "93", "12", "52"};
  std::string text(kKinds[static_cast<std::size_t>(whole(random, 0, 9))]);
  text += std::to_string(whole(random, 1100, 6599)) + some(random, kDigits, 2);
  const std::string organisation = body(random);
  text += organisation + code::inner_check(organisation);
  return text + code::outer_check(text);
}

std::string code_like(Random& random) {
  const double kind = uniform(random, 0, 1);
  if (kind < 0.62) return valid_code(random);
  if (kind < 0.80) return some(random, code::kAlphabet, 18);
  if (kind < 0.86) return some(random, kDigitsAndCapitals, whole(random, 14, 19));
  if (kind < 0.92) {
    constexpr std::array kLengths{6, 8, 10, 13, 15, 15, 15, 18};
    return some(random, kDigits, kLengths[static_cast<std::size_t>(whole(random, 0, 7))]);
  }
  return {};
}

std::u32string random_han(Random& random, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    text += kHan[static_cast<std::size_t>(whole(random, 0, static_cast<int>(kHan.size()) - 1))];
  }
  return text;
}

}  // namespace vermilion::models
