#include "rules/docs/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace vermilion::rules::docs {
namespace {

struct Entry {
  std::string_view word;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array kWords{
    // operations
    Entry{"new", "新制", "new certificate"},
    Entry{"reissue", "补办", "reissue"},
    Entry{"renew", "更新（续费）", "renewal"},
    Entry{"change", "变更", "change"},
    Entry{"cancel", "注销", "cancellation"},
    // organisations
    Entry{"company", "企业", "a company"},
    Entry{"institution", "事业单位", "a public institution"},
    Entry{"association", "社会团体", "an association"},
    Entry{"government", "政府机关", "a government body"},
    Entry{"medical", "医疗机构", "a medical institution"},
    Entry{"other", "其他单位", "another organisation"},
    // where a seal may stand
    Entry{"blank", "空白处", "a blank area"},
    Entry{"business_scope", "经营范围处", "over the business scope"},
    Entry{"id_card_back", "身份证反面图片处", "over the picture of the card's back"},
    Entry{"signing_name", "落款单位名称处", "over the name that signs"},
    // courier
    Entry{"applicant", "申请单位", "the applicant"},
    Entry{"collect", "到付", "cash on delivery"},
    Entry{"unset", "以工作人员答复为准", "please ask"},
    // payment
    Entry{"wechat", "微信支付", "WeChat Pay"},
    Entry{"alipay", "支付宝", "Alipay"},
};

// A word nobody listed says itself.
LocalText word_text(std::string_view word) {
  const auto known = std::ranges::find(kWords, word, &Entry::word);
  if (known == kWords.end()) return {std::string(word), std::string(word)};
  return {std::string(known->zh), std::string(known->en)};
}

LocalText joined(const std::vector<LocalText>& texts, std::string_view zh, std::string_view en) {
  LocalText all;
  for (const LocalText& text : texts) {
    if (!all.empty()) {
      all.zh += zh;
      all.en += en;
    }
    all.zh += text.zh;
    all.en += text.en;
  }
  return all;
}

LocalText variant_name(const Project& project, std::string_view id) {
  for (const Operation& operation : project.operations) {
    const Variant* variant = find_variant(operation, id);
    if (variant != nullptr) return variant->name;
  }
  return word_text(id);
}

LocalText among_text(const Condition& condition, const Project& project) {
  std::vector<LocalText> values;
  for (const auto& value : condition.values) {
    values.push_back(condition.name == "variant" ? variant_name(project, value) : word_text(value));
  }
  const LocalText all = joined(values, "或", " or ");
  if (condition.name == "operation") return {"办理" + all.zh, all.en};
  if (condition.name == "variant") return {"申请" + all.zh, all.en};
  if (condition.name == "organisation_kind") {
    return {"单位是" + all.zh, "the organisation is " + all.en};
  }
  return {"省份代码是" + all.zh, "the code of the province is " + all.en};
}

LocalText clause(const Condition& condition, const Project& project) {
  std::vector<LocalText> parts;
  for (const Condition& part : condition.parts) {
    LocalText text = clause(part, project);
    const bool nested = part.kind == Condition::Kind::And || part.kind == Condition::Kind::Or;
    parts.push_back(nested ? LocalText{"（" + text.zh + "）", "(" + text.en + ")"} : text);
  }
  switch (condition.kind) {
    case Condition::Kind::Always:
      return {};
    case Condition::Kind::Among:
      return among_text(condition, project);
    case Condition::Kind::Not:
      return {"不属于“" + parts.front().zh + "”", "not: " + parts.front().en};
    case Condition::Kind::And:
      return joined(parts, "，且", ", and ");
    case Condition::Kind::Or:
      return joined(parts, "，或", ", or ");
  }
  return {};
}

LocalText seal_of(const Signature& signature) {
  const bool square = signature.shape == "square";
  if (signature.by == "organisation") return {"单位公章", "the company seal"};
  if (signature.by == "legal_person") {
    return square ? LocalText{"法人章（方形）", "the legal person's square seal"}
                  : LocalText{"法人章", "the legal person's seal"};
  }
  return {"入赣负责人私章", "the seal of the head in Jiangxi"};
}

LocalText signature_of(const Signature& signature) {
  if (signature.by == "organisation") return {"单位签字", "a signature for the organisation"};
  if (signature.by == "legal_person") return {"法人亲笔签名", "the legal person's own signature"};
  return {"入赣负责人亲笔签名", "the own signature of the head in Jiangxi"};
}

// 1048576 bytes are 1 MB to whoever scans.
std::string size_text(std::size_t bytes) {
  constexpr std::size_t kMega = 1'048'576;
  constexpr std::size_t kKilo = 1024;
  if (bytes % kMega == 0) return fmt::format("{} MB", bytes / kMega);
  if (bytes % kKilo == 0) return fmt::format("{} KB", bytes / kKilo);
  return fmt::format("{:.2f} MB", static_cast<double>(bytes) / static_cast<double>(kMega));
}

std::string yuan(std::int64_t fen) {
  return fen % 100 == 0 ? std::to_string(fen / 100) : fmt::format("{}.{:02}", fen / 100, fen % 100);
}

}  // namespace

LocalText operation_name(std::string_view id) {
  return word_text(id);
}

LocalText operation_name(const Operation& operation) {
  return operation.name.empty() ? operation_name(operation.id) : operation.name;
}

LocalText fee_text(const Variant& variant) {
  if (!variant.fee_fen) return {"未定，暂不开放", "not set, not open yet"};
  const std::string amount = yuan(*variant.fee_fen);
  return variant.fee_per == "year" ? LocalText{amount + " 元/年", amount + " yuan a year"}
                                   : LocalText{amount + " 元", amount + " yuan"};
}

LocalText condition_text(const Condition& condition, const Project& project) {
  if (condition.kind == Condition::Kind::Always) return {};
  const LocalText text = clause(condition, project);
  return {text.zh + "时", text.en};
}

LocalText files_text(const FileTerms& files) {
  std::vector<std::string> formats;
  for (const auto format : files.formats) {
    std::string name(pipeline::name(format));
    std::ranges::transform(name, name.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    formats.push_back(std::move(name));
  }
  const std::string size = size_text(files.max_bytes);
  return {fmt::format("{} 图片，不超过 {}", fmt::join(formats, "、"), size),
          fmt::format("{} picture, at most {}", fmt::join(formats, ", "), size)};
}

LocalText signatures_text(const DocumentType& type) {
  std::vector<LocalText> all;
  for (const Signature& signature : type.signatures) {
    std::vector<LocalText> either;
    for (const auto& with : signature.with) {
      either.push_back(with == "seal" ? seal_of(signature) : signature_of(signature));
    }
    all.push_back(joined(either, "或", " or "));
  }
  return joined(all, "；", "; ");
}

LocalText places_text(const DocumentType& type) {
  std::vector<LocalText> places;
  for (const auto& place : type.seal_may_cover) places.push_back(word_text(place));
  return joined(places, "、", ", ");
}

LocalText payer_text(std::string_view payer) {
  return word_text(payer);
}

LocalText payment_text(const Payment& payment) {
  std::vector<LocalText> methods;
  for (const auto& method : payment.methods) methods.push_back(word_text(method));
  return joined(methods, "、", ", ");
}

LocalText working_days_text(int days) {
  return {fmt::format("{} 个工作日", days), fmt::format("{} working days", days)};
}

}  // namespace vermilion::rules::docs
