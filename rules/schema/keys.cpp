#include "rules/schema/keys.hpp"

#include "rules/schema/table/case_keys.hpp"
#include "rules/schema/table/document_keys.hpp"
#include "rules/schema/table/project_keys.hpp"

#include <algorithm>
#include <array>

namespace vermilion::rules::schema {
namespace {

using namespace table;

const std::array kShapes{
    &kProject,      &kRegion,       &kEligibility,    &kHallOnly,    &kAgreement,
    &kVerification, &kMainKey,      &kOperation,      &kVariant,     &kForm,
    &kWindow,       &kPaymentShape, &kFreight,        &kSla,         &kSlot,
    &kAlternative,  &kOverride,     &kRuleChange,     &kCompare,     &kPaper,
    &kTextsShape,   &kPrintedForm,  &kFieldShape,     &kStampShape,  &kFormText,
    &kTickShape,    &kCodeShape,    &kTableShape,     &kColumnShape, &kLineShape,
    &kBoxShape,     &kDocument,     &kFiles,          &kSigned,      &kRule,
    &kTranslated,   &kSourcedText,  &kTemplatesShape, &kCases,       &kCase,
    &kHandedIn,     &kSample,       &kOrderShape};

}  // namespace

const Shape& shape_of(FileKind kind) {
  switch (kind) {
    case FileKind::Document:
      return kDocument;
    case FileKind::Project:
      return kProject;
    case FileKind::Cases:
      break;
  }
  return kCases;
}

std::span<const Shape* const> shapes() {
  return kShapes;
}

const Key* find(const Shape& shape, std::string_view key) {
  const auto row = std::ranges::find(shape.keys, key, &Key::name);
  return row == shape.keys.end() ? nullptr : &*row;
}

std::string_view name(ValueKind kind) {
  switch (kind) {
    case Text:
    case Template:
    case Print:
      return "text";
    case Number:
      return "number";
    case Whole:
      return "whole";
    case Boolean:
      return "boolean";
    case Source:
      return "source";
    case Condition:
      return "condition";
    case List:
      return "list";
    case Map:
    case Object:
    case Parameters:
      return "mapping";
    default:
      return "name";
  }
}

}  // namespace vermilion::rules::schema
