#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The one table of what may stand in a rule file: every key of every level, what it takes, and what
// it says to people. Validation, the JSON Schema for editors and the reference page are made from
// it.
namespace vermilion::rules::schema {

struct Words {
  std::string_view zh;
  std::string_view en;
};

enum class ValueKind : std::uint8_t {
  Text,      // for people
  Template,  // for people, with {placeholders} a finding fills
  Print,     // for forms, with {facts} of an order
  Id,        // a name this file gives
  Number,
  Whole,
  Boolean,
  Word,       // one of a few
  Source,     // S3/4.12
  Condition,  // operation == new and variant == main
  // Names of things: of the pipeline's checks and findings, of document types, of the project.
  Check,
  Finding,
  FindingOrRule,
  Document,
  Slot,
  Rule,
  Operation,
  Variant,
  Project,
  // Of what forms print.
  Fact,
  Column,
  // Of the synthetic samples.
  Sample,
  Defect,
  // Made of others.
  List,
  Map,         // names to values
  Object,      // keys of a shape
  Parameters,  // what the check beside it takes
};

struct Shape;

struct Value {
  ValueKind kind;
  double min = 0;  // of numbers, both ends included
  double max = 0;
  std::string_view unit = {};                    // of numbers: "fen", "bytes", "working_days"
  std::span<const std::string_view> words = {};  // Word: all there are; others: taken besides
  const Shape* shape = nullptr;                  // of an Object
  const Value* item = nullptr;                   // of a List and a Map
  const Value* name = nullptr;                   // what the names of a Map are
  bool may_be_empty = false;                     // a List that may say `[]`
  bool scalar_too = false;                       // a List of one may be written without brackets
};

struct Key {
  std::string_view name;
  Value value;
  bool required;
  std::string_view fallback;  // what holds when it is left out; empty: nothing
  Words summary;              // without a full stop
};

struct Shape {
  std::string_view id;  // "variant"; a definition of the JSON Schema, a heading of the reference
  Words title;
  std::span<const Key> keys;
  std::string_view identity = {};                  // the key no two items of a list may share
  std::span<const std::string_view> one_of = {};   // at most one of these keys ...
  bool one_needed = false;                         // ... and at least one
  std::span<const std::string_view> some_of = {};  // at least one of these
};

enum class FileKind : std::uint8_t { Document, Project, Cases };

const Shape& shape_of(FileKind kind);

// Every shape once, those of a kind of file and all below, outermost first.
std::span<const Shape* const> shapes();

const Key* find(const Shape& shape, std::string_view key);

// What a kind of value is called; a key of "mistake_words" in rules/messages/*.json.
std::string_view name(ValueKind kind);

}  // namespace vermilion::rules::schema
