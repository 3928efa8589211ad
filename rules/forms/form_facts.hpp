#pragma once

#include "rules/forms/payload.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What there is to print on the forms of an order.
namespace vermilion::rules::forms {

// A row of a table: its cells by column.
using Row = std::map<std::string, std::string, std::less<>>;

struct FormFacts {
  PrintedFacts values;                                        // by the names of form_fact_names()
  std::map<std::string, std::vector<Row>, std::less<>> rows;  // "paper", as the project asks for it
};

// All texts of an order, its details, and what follows from them and the project.
std::span<const std::string_view> form_fact_names();

// Every column of every table there is; "done" is a box to tick in each row.
std::span<const std::string_view> form_column_names();

// The order's facts and those of the project it is for, as far as they are known.
[[nodiscard]] FormFacts known_facts(const Project& project, const OrderFacts& order);

// The same of an order that forms can be printed for. The date (2026-11-21) must be there: forms
// say when they were made, and the same order gives the same print.
[[nodiscard]] Result<FormFacts> form_facts(const Project& project, const OrderFacts& order);

}  // namespace vermilion::rules::forms
