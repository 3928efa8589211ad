#include "rules/forms/fill.hpp"

#include "rules/placeholders.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace vermilion::rules::forms {
namespace {

class Filler {
 public:
  Filler(const Form& form, const FormFacts& facts) : facts_(facts) { filled_.form = form; }

  FilledForm known() {
    print_what_is_known();
    return std::move(filled_);
  }

  Result<FilledForm> whole() {
    print_what_is_known();
    if (missing_.empty()) return std::move(filled_);
    return tl::make_unexpected(
        Error{ErrorKind::BadOrder,
              fmt::format("the form prints what the order does not say: {}; add {} to the order",
                          fmt::join(missing_, ", "), missing_.size() == 1 ? "it" : "them")});
  }

 private:
  void print_what_is_known() {
    Form& form = filled_.form;
    keep_needed(form);
    for (const Field& field : form.fields) use(field);
    for (const Code& code : form.codes) use(code.id, code.fact);
    for (const Tick& tick : form.ticks) decide(tick);
    for (Text& text : form.texts) say(text);
    for (const Table& table : form.tables) list(table);
    filled_.order_number = value("order_number");
    filled_.date = value("date");
  }

  template <class Item>
  void keep(std::vector<Item>& items) {
    std::erase_if(items, [&](const Item& item) {
      return !item.needs.empty() && !facts_.values.contains(item.needs);
    });
  }

  void keep_needed(Form& form) {
    keep(form.fields);
    keep(form.stamps);
    keep(form.texts);
    keep(form.ticks);
    keep(form.codes);
    keep(form.tables);
    keep(form.lines);
  }

  std::string value(std::string_view fact) {
    const auto known = facts_.values.find(fact);
    if (known == facts_.values.end()) {
      missing_.emplace(fact);
      return {};
    }
    filled_.printed.insert(*known);
    return known->second;
  }

  void use(const Field& field) {
    const bool unsaid = field.fact.empty() || !facts_.values.contains(field.fact);
    if (!unsaid || field.otherwise.empty()) return use(field.id, field.fact);
    filled_.values[field.id] = field.otherwise;
  }

  void use(const std::string& id, const std::string& fact) {
    if (fact.empty()) return;
    std::string known = value(fact);
    if (!known.empty()) filled_.values[id] = std::move(known);
  }

  // A tick the order says nothing about is a blank box, not a wrong order.
  void decide(const Tick& tick) {
    const auto known = facts_.values.find(tick.fact);
    if (known == facts_.values.end()) return;
    filled_.printed.insert(*known);
    filled_.ticked[tick.id] = known->second == tick.is;
  }

  void say(Text& text) {
    bool known = true;
    for (std::string& paragraph : text.paragraphs) {
      paragraph = rules::fill(paragraph, [&](std::string_view fact) {
        known = known && facts_.values.contains(fact);
        return value(fact);
      });
    }
    if (!known) text.paragraphs.clear();
  }

  // What of the table is printed belongs to what is signed, too.
  void list(const Table& table) {
    const auto known = facts_.rows.find(table.rows);
    if (known == facts_.rows.end()) return;
    filled_.rows[table.id] = known->second;
    for (const Row& row : known->second) {
      for (const Column& column : table.columns) {
        const auto cell = row.find(column.id);
        if (cell == row.end()) continue;
        filled_.printed[fmt::format("{}/{}", table.rows, column.id)] += cell->second + "\n";
      }
    }
  }

  const FormFacts& facts_;
  FilledForm filled_;
  std::set<std::string, std::less<>> missing_;
};

}  // namespace

FilledForm fill_known(const Form& form, const FormFacts& facts) {
  return Filler(form, facts).known();
}

Result<FilledForm> fill(const Form& form, const std::string& title, const FormFacts& facts) {
  auto filled = Filler(form, facts).whole();
  if (filled) filled->title = title;
  return filled;
}

}  // namespace vermilion::rules::forms
