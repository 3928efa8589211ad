#include "rules/mistake.hpp"

#include <algorithm>
#include <array>

namespace vermilion::rules {
namespace {

struct Row {
  MistakeCode code;
  std::string_view name;
};

constexpr std::array kRows{
    Row{MistakeCode::FileTooLarge, "FILE_TOO_LARGE"},
    Row{MistakeCode::FileBom, "FILE_BOM"},
    Row{MistakeCode::FileGbk, "FILE_GBK"},
    Row{MistakeCode::FileNotUtf8, "FILE_NOT_UTF8"},
    Row{MistakeCode::FileEmpty, "FILE_EMPTY"},
    Row{MistakeCode::CharacterForbidden, "CHARACTER_FORBIDDEN"},
    Row{MistakeCode::YamlTab, "YAML_TAB"},
    Row{MistakeCode::YamlFullWidthColon, "YAML_FULL_WIDTH_COLON"},
    Row{MistakeCode::YamlFullWidthComma, "YAML_FULL_WIDTH_COMMA"},
    Row{MistakeCode::YamlFullWidthQuote, "YAML_FULL_WIDTH_QUOTE"},
    Row{MistakeCode::YamlFullWidthBracket, "YAML_FULL_WIDTH_BRACKET"},
    Row{MistakeCode::YamlFullWidthSpace, "YAML_FULL_WIDTH_SPACE"},
    Row{MistakeCode::YamlFullWidthDash, "YAML_FULL_WIDTH_DASH"},
    Row{MistakeCode::YamlFullWidthHash, "YAML_FULL_WIDTH_HASH"},
    Row{MistakeCode::YamlColonWithoutSpace, "YAML_COLON_WITHOUT_SPACE"},
    Row{MistakeCode::YamlDashWithoutSpace, "YAML_DASH_WITHOUT_SPACE"},
    Row{MistakeCode::YamlAnchor, "YAML_ANCHOR"},
    Row{MistakeCode::YamlAlias, "YAML_ALIAS"},
    Row{MistakeCode::YamlTag, "YAML_TAG"},
    Row{MistakeCode::YamlMergeKey, "YAML_MERGE_KEY"},
    Row{MistakeCode::YamlDirective, "YAML_DIRECTIVE"},
    Row{MistakeCode::YamlSecondDocument, "YAML_SECOND_DOCUMENT"},
    Row{MistakeCode::YamlTooDeep, "YAML_TOO_DEEP"},
    Row{MistakeCode::YamlKeyNotText, "YAML_KEY_NOT_TEXT"},
    Row{MistakeCode::YamlKeyDuplicate, "YAML_KEY_DUPLICATE"},
    Row{MistakeCode::YamlColonMissing, "YAML_COLON_MISSING"},
    Row{MistakeCode::YamlColonInText, "YAML_COLON_IN_TEXT"},
    Row{MistakeCode::YamlCommaMissing, "YAML_COMMA_MISSING"},
    Row{MistakeCode::YamlIndent, "YAML_INDENT"},
    Row{MistakeCode::YamlQuoteOpen, "YAML_QUOTE_OPEN"},
    Row{MistakeCode::YamlAfterQuote, "YAML_AFTER_QUOTE"},
    Row{MistakeCode::YamlBracketOpen, "YAML_BRACKET_OPEN"},
    Row{MistakeCode::YamlBracketStray, "YAML_BRACKET_STRAY"},
    Row{MistakeCode::YamlEscape, "YAML_ESCAPE"},
    Row{MistakeCode::YamlReserved, "YAML_RESERVED"},
    Row{MistakeCode::YamlSyntax, "YAML_SYNTAX"},
    Row{MistakeCode::ValueMissing, "VALUE_MISSING"},
    Row{MistakeCode::TypeWrong, "TYPE_WRONG"},
    Row{MistakeCode::BooleanWrong, "BOOLEAN_WRONG"},
    Row{MistakeCode::NumberWrong, "NUMBER_WRONG"},
    Row{MistakeCode::NumberWithUnit, "NUMBER_WITH_UNIT"},
    Row{MistakeCode::NumberWithLetter, "NUMBER_WITH_LETTER"},
    Row{MistakeCode::NumberGrouped, "NUMBER_GROUPED"},
    Row{MistakeCode::NumberFullWidth, "NUMBER_FULL_WIDTH"},
    Row{MistakeCode::NumberQuoted, "NUMBER_QUOTED"},
    Row{MistakeCode::NumberNotWhole, "NUMBER_NOT_WHOLE"},
    Row{MistakeCode::NumberLeadingZero, "NUMBER_LEADING_ZERO"},
    Row{MistakeCode::RangeWrong, "RANGE_WRONG"},
    Row{MistakeCode::TextEmpty, "TEXT_EMPTY"},
    Row{MistakeCode::ListEmpty, "LIST_EMPTY"},
    Row{MistakeCode::ValueUnknown, "VALUE_UNKNOWN"},
    Row{MistakeCode::IdWrong, "ID_WRONG"},
    Row{MistakeCode::SourceWrong, "SOURCE_WRONG"},
    Row{MistakeCode::FileNameDiffers, "FILE_NAME_DIFFERS"},
    Row{MistakeCode::KeyUnknown, "KEY_UNKNOWN"},
    Row{MistakeCode::KeyMissing, "KEY_MISSING"},
    Row{MistakeCode::KeysExclude, "KEYS_EXCLUDE"},
    Row{MistakeCode::TextCut, "TEXT_CUT"},
    Row{MistakeCode::IdDuplicate, "ID_DUPLICATE"},
    Row{MistakeCode::CheckUnknown, "CHECK_UNKNOWN"},
    Row{MistakeCode::ParameterUnknown, "PARAMETER_UNKNOWN"},
    Row{MistakeCode::FindingUnknown, "FINDING_UNKNOWN"},
    Row{MistakeCode::DocumentUnknown, "DOCUMENT_UNKNOWN"},
    Row{MistakeCode::SlotUnknown, "SLOT_UNKNOWN"},
    Row{MistakeCode::RuleUnknown, "RULE_UNKNOWN"},
    Row{MistakeCode::OperationUnknown, "OPERATION_UNKNOWN"},
    Row{MistakeCode::VariantUnknown, "VARIANT_UNKNOWN"},
    Row{MistakeCode::SampleUnknown, "SAMPLE_UNKNOWN"},
    Row{MistakeCode::DefectUnknown, "DEFECT_UNKNOWN"},
    Row{MistakeCode::PlaceholderUnknown, "PLACEHOLDER_UNKNOWN"},
    Row{MistakeCode::ProjectUnknown, "PROJECT_UNKNOWN"},
    Row{MistakeCode::FactUnknown, "FACT_UNKNOWN"},
    Row{MistakeCode::BoxOffPage, "BOX_OFF_PAGE"},
    Row{MistakeCode::BoxesOverlap, "BOXES_OVERLAP"},
    Row{MistakeCode::ConditionSyntax, "CONDITION_SYNTAX"},
    Row{MistakeCode::ConditionAssignment, "CONDITION_ASSIGNMENT"},
    Row{MistakeCode::ConditionNameUnknown, "CONDITION_NAME_UNKNOWN"},
    Row{MistakeCode::ConditionValueUnknown, "CONDITION_VALUE_UNKNOWN"},
    Row{MistakeCode::ConditionNever, "CONDITION_NEVER"},
    Row{MistakeCode::DocumentUnchecked, "DOCUMENT_UNCHECKED"},
    Row{MistakeCode::ThresholdShadowed, "THRESHOLD_SHADOWED"},
    Row{MistakeCode::RuleShadowed, "RULE_SHADOWED"},
    Row{MistakeCode::RuleUntried, "RULE_UNTRIED"},
    Row{MistakeCode::PlaceholderMissing, "PLACEHOLDER_MISSING"},
    Row{MistakeCode::TranslationMissing, "TRANSLATION_MISSING"},
};

constexpr auto kCodes = [] {
  std::array<MistakeCode, kRows.size()> codes{};
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = kRows[i].code;
  return codes;
}();

constexpr bool stand_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].code) != i) return false;
  }
  return true;
}
static_assert(stand_in_order(), "a row of kRows is missing or out of place");

}  // namespace

std::span<const MistakeCode> mistake_codes() {
  return kCodes;
}

std::string_view name(MistakeCode code) {
  return kRows[static_cast<std::size_t>(code)].name;
}

bool is_warning(MistakeCode code) {
  return code >= MistakeCode::ConditionNever;
}

}  // namespace vermilion::rules
