#include "rules/forms/template.hpp"

#include "rules/forms/fill.hpp"
#include "rules/forms/form_facts.hpp"
#include "rules/forms/strokes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vermilion::rules::forms {
namespace {

namespace told = pipeline::form;

told::BoxMm mm(const Box& box) {
  return {box.x, box.y, box.w, box.h};
}

class Teller {
 public:
  explicit Teller(const FilledForm& form) : form_(form) {}

  told::Template tell() {
    told_.generation = form_.form.generation;
    told_.width_mm = kSheet.w;
    told_.height_mm = kSheet.h;
    for (const Box& mark : corner_marks()) told_.marks.push_back(mm(mark));
    told_.code = mm(form_.form.code);
    for (const Field& field : form_.form.fields) add(field);
    for (const Stamp& stamp : form_.form.stamps) add(stamp);
    for (const Tick& tick : form_.form.ticks) add(tick);
    for (const Text& text : form_.form.texts) add(text);
    for (const Table& table : form_.form.tables) add(table);
    for (const Code& code : form_.form.codes) {
      told_.codes.push_back({code.id, value_of(code.id), mm(symbol_of(code))});
    }
    for (const Stroke& stroke : strokes_of(form_)) {
      told_.strokes.push_back({mm(stroke.box), stroke.weight_mm});
    }
    return std::move(told_);
  }

 private:
  std::optional<std::string> value_of(const std::string& id) const {
    const auto known = form_.values.find(id);
    return known == form_.values.end() ? std::nullopt : std::optional(known->second);
  }

  void add(const Field& field) {
    told_.fields.push_back({.id = field.id,
                            .label = field.label,
                            .fact = field.fact,
                            .printed = value_of(field.id),
                            .box = mm(field.box),
                            .value = mm(value_box(field)),
                            .size_pt = field.size_pt,
                            .multi_line = field.multi_line});
  }

  void add(const Stamp& stamp) {
    told_.stamps.push_back({.id = stamp.id,
                            .by = stamp.by,
                            .with = stamp.with,
                            .shape = stamp.shape,
                            .box = mm(stamp.box),
                            .room = mm(room_of(stamp)),
                            .framed = stamp.style != "bare"});
  }

  void add(const Tick& tick) {
    const auto ticked = form_.ticked.find(tick.id);
    told_.ticks.push_back(
        {.id = tick.id,
         .fact = tick.fact,
         .printed = ticked == form_.ticked.end() ? std::nullopt : std::optional(ticked->second),
         .square = mm(square_of(tick))});
  }

  void add(const Text& text) {
    told::Text told{.id = text.id, .box = mm(text.box), .size_pt = text.size_pt};
    if (!text.paragraphs.empty())
      told.printed = fmt::format("{}", fmt::join(text.paragraphs, "\n"));
    told_.texts.push_back(std::move(told));
  }

  // "papers/2/document": the second row.
  void add(const Table& table) {
    const auto known = form_.rows.find(table.id);
    if (known == form_.rows.end()) return;
    for (std::size_t row = 0; row < known->second.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const std::string& id = table.columns[column].id;
        const auto value = known->second[row].find(id);
        if (value == known->second[row].end()) continue;
        told_.texts.push_back({fmt::format("{}/{}/{}", table.id, row + 1, id), value->second,
                               mm(cell_of(table, row, column)), table.size_pt});
      }
    }
  }

  const FilledForm& form_;
  told::Template told_;
};

}  // namespace

told::Template template_of(const Project& project, const DocumentType& type,
                           const OrderFacts& order) {
  const FilledForm form = fill_known(type.form, known_facts(project, order));
  told::Template told = Teller(form).tell();
  told.document = type.id;
  told.seal_may_cover = type.seal_may_cover;
  return told;
}

}  // namespace vermilion::rules::forms
