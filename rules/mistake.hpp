#pragma once

#include "rules/yaml/tree.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::rules {

// Everything that can be wrong with a rule file. Editors and scripts quote the names
// (`name(code)`): retire one, never reuse it. What people are told stands in rules/messages/*.json
// under "mistakes".
enum class MistakeCode : std::uint8_t {
  // Bytes that are no text of ours.
  FileTooLarge,
  FileBom,
  FileGbk,
  FileNotUtf8,
  FileEmpty,
  CharacterForbidden,
  // Slips of a Chinese keyboard, and of any.
  YamlTab,
  YamlFullWidthColon,
  YamlFullWidthComma,
  YamlFullWidthQuote,
  YamlFullWidthBracket,
  YamlFullWidthSpace,
  YamlFullWidthDash,
  YamlFullWidthHash,
  YamlColonWithoutSpace,
  YamlDashWithoutSpace,
  // YAML that is left out of the subset.
  YamlAnchor,
  YamlAlias,
  YamlTag,
  YamlMergeKey,
  YamlDirective,
  YamlSecondDocument,
  YamlTooDeep,
  YamlKeyNotText,
  // YAML that is wrong anywhere.
  YamlKeyDuplicate,
  YamlColonMissing,
  YamlColonInText,
  YamlCommaMissing,
  YamlIndent,
  YamlQuoteOpen,
  YamlAfterQuote,
  YamlBracketOpen,
  YamlBracketStray,
  YamlEscape,
  YamlReserved,
  YamlSyntax,
  // Values that are not what their key takes.
  ValueMissing,
  TypeWrong,
  BooleanWrong,
  NumberWrong,
  NumberWithUnit,
  NumberWithLetter,
  NumberGrouped,
  NumberFullWidth,
  NumberQuoted,
  NumberNotWhole,
  NumberLeadingZero,
  RangeWrong,
  TextEmpty,
  ListEmpty,
  ValueUnknown,
  IdWrong,
  SourceWrong,
  FileNameDiffers,
  // Keys.
  KeyUnknown,
  KeyMissing,
  KeysExclude,
  TextCut,
  // Names of things that are not there, or there twice.
  IdDuplicate,
  CheckUnknown,
  ParameterUnknown,
  FindingUnknown,
  DocumentUnknown,
  SlotUnknown,
  RuleUnknown,
  OperationUnknown,
  VariantUnknown,
  SampleUnknown,
  DefectUnknown,
  PlaceholderUnknown,
  ProjectUnknown,
  FactUnknown,
  // Places on a printed form.
  BoxOffPage,
  BoxesOverlap,
  // `when:`
  ConditionSyntax,
  ConditionAssignment,
  ConditionNameUnknown,
  ConditionValueUnknown,
  // Warnings: no mistake, and probably not meant.
  ConditionNever,
  DocumentUnchecked,
  ThresholdShadowed,
  RuleShadowed,
  RuleUntried,
  PlaceholderMissing,
  TranslationMissing,
};

// All of them, in the order of the enumeration.
std::span<const MistakeCode> mistake_codes();

// "YAML_TAB"
std::string_view name(MistakeCode code);

// The file can be used as it is.
bool is_warning(MistakeCode code);

// One thing that is wrong with a file. A file's mistakes stand in a vector, ordered by place: one
// for each cause, never one that follows from another.
//
// `words` fills the {placeholders} of the texts. A word that differs by language is given twice,
// as "what.zh" and "what.en". "nearest" adds "did you mean …?".
struct Mistake {
  MistakeCode code;
  yaml::Span span;  // empty where something is missing
  std::map<std::string, std::string> words = {};
};

}  // namespace vermilion::rules
