#include "pipeline/text/field_labels.hpp"

#include <array>

namespace vermilion::pipeline::text {
namespace {

// Licences of 2014 and 2019, of individual businesses and partnerships, the certificates that stand
// in for them, and the resident identity card.
constexpr std::array kLabels{
    FieldLabel{"organisation", "单位名称"},   FieldLabel{"organisation", "机构名称"},
    FieldLabel{"organisation", "名称"},       FieldLabel{"legal_person", "法定代表人"},
    FieldLabel{"legal_person", "主要负责人"}, FieldLabel{"legal_person", "负责人"},
    FieldLabel{"legal_person", "经营者"},     FieldLabel{"legal_person", "投资人"},
    FieldLabel{"business_type", "主体类型"},  FieldLabel{"business_type", "类型"},
    FieldLabel{"valid_until", "营业期限"},    FieldLabel{"valid_until", "有效期限"},
    FieldLabel{"valid_until", "有效期"},      FieldLabel{"agent", "姓名"},
    FieldLabel{"agent_id", "公民身份号码"},
};

}  // namespace

std::span<const FieldLabel> field_labels() {
  return kLabels;
}

}  // namespace vermilion::pipeline::text
