#include "rules/words.hpp"

namespace vermilion::rules {
namespace {

std::string_view either(Language language, std::string_view zh, std::string_view en) {
  return language == Language::Chinese ? zh : en;
}

}  // namespace

std::string_view word(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::Accept:
      return either(language, "接受", "accepted");
    case Verdict::Refer:
      return either(language, "需人工", "for a person");
    case Verdict::Reject:
      return either(language, "退回", "rejected");
    case Verdict::Unreadable:
      return either(language, "无法读取", "unreadable");
  }
  return {};
}

std::string_view word(pipeline::Level level, Language language) {
  switch (level) {
    case pipeline::Level::Note:
      return either(language, "提示", "note");
    case pipeline::Level::Warn:
      return either(language, "待核", "to check");
    case pipeline::Level::Block:
      return either(language, "必改", "must fix");
  }
  return {};
}

std::string_view word(pipeline::SealRole role, Language language) {
  switch (role) {
    case pipeline::SealRole::Unknown:
      return either(language, "印章", "seal");
    case pipeline::SealRole::Holder:
      return either(language, "单位章", "holder's seal");
    case pipeline::SealRole::Registrar:
      return either(language, "登记机关章", "registrar's seal");
  }
  return {};
}

}  // namespace vermilion::rules
