#include "service/workers/template_json.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace vermilion::service::workers {
namespace {

using nlohmann::json;
namespace form = pipeline::form;

// Constant for the writer, not so for the reader.
template <class T, class Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

// The members of each value, in one place for both ways.
void members(auto& visit, Is<form::BoxMm> auto& box) {
  visit("x", box.x);
  visit("y", box.y);
  visit("w", box.w);
  visit("h", box.h);
}
void members(auto& visit, Is<form::Facsimile> auto& facsimile) {
  visit("box", facsimile.box);
  visit("px_per_mm", facsimile.px_per_mm);
  visit("width", facsimile.width);
  visit("ink", facsimile.ink);
}
void members(auto& visit, Is<form::Field> auto& field) {
  visit("id", field.id);
  visit("label", field.label);
  visit("fact", field.fact);
  visit("printed", field.printed);
  visit("box", field.box);
  visit("value", field.value);
  visit("size_pt", field.size_pt);
  visit("multi_line", field.multi_line);
  visit("facsimile", field.facsimile);
}
void members(auto& visit, Is<form::Stamp> auto& stamp) {
  visit("id", stamp.id);
  visit("by", stamp.by);
  visit("with", stamp.with);
  visit("shape", stamp.shape);
  visit("box", stamp.box);
  visit("room", stamp.room);
  visit("framed", stamp.framed);
}
void members(auto& visit, Is<form::Tick> auto& tick) {
  visit("id", tick.id);
  visit("fact", tick.fact);
  visit("printed", tick.printed);
  visit("square", tick.square);
}
void members(auto& visit, Is<form::Text> auto& text) {
  visit("id", text.id);
  visit("printed", text.printed);
  visit("box", text.box);
  visit("size_pt", text.size_pt);
}
void members(auto& visit, Is<form::Code> auto& code) {
  visit("id", code.id);
  visit("printed", code.printed);
  visit("symbol", code.symbol);
}
void members(auto& visit, Is<form::Stroke> auto& stroke) {
  visit("box", stroke.box);
  visit("weight_mm", stroke.weight_mm);
}
void members(auto& visit, Is<form::Template> auto& form) {
  visit("document", form.document);
  visit("generation", form.generation);
  visit("width_mm", form.width_mm);
  visit("height_mm", form.height_mm);
  visit("marks", form.marks);
  visit("code", form.code);
  visit("fields", form.fields);
  visit("stamps", form.stamps);
  visit("ticks", form.ticks);
  visit("texts", form.texts);
  visit("codes", form.codes);
  visit("strokes", form.strokes);
  visit("seal_may_cover", form.seal_may_cover);
}

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::same_as<T, std::string>;

class Writer {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    object_[name] = written(value);
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    if (value) object_[name] = written(*value);
  }
  template <class T>
  static json written(const T& value) {
    if constexpr (Plain<T>) {
      return value;
    } else {
      Writer writer;
      members(writer, value);
      return std::move(writer.object_);
    }
  }
  template <class T>
  static json written(const std::vector<T>& values) {
    json array = json::array();
    for (const T& value : values) array.push_back(written(value));
    return array;
  }

 private:
  json object_ = json::object();
};

class Reader {
 public:
  explicit Reader(const json& object) : object_(object) {}

  template <class T>
  void operator()(const char* name, T& value) {
    read(object_.at(name), value);
  }
  template <class T>
  void operator()(const char* name, std::optional<T>& value) {
    if (object_.contains(name)) read(object_.at(name), value.emplace());
  }
  template <class T>
  static void read(const json& from, T& value) {
    if constexpr (Plain<T>) {
      from.get_to(value);
    } else {
      Reader reader(from);
      members(reader, value);
    }
  }
  template <class T>
  static void read(const json& from, std::vector<T>& values) {
    for (const json& each : from) read(each, values.emplace_back());
  }

 private:
  const json& object_;
};

}  // namespace

json template_json(const form::Template& form) {
  return Writer::written(form);
}

form::Template template_of(const json& object) {
  form::Template form;
  Reader::read(object, form);
  return form;
}

}  // namespace vermilion::service::workers
