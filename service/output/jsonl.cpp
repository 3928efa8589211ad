#include "service/output/jsonl.hpp"

#include "service/output/outcome_json.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace vermilion::service::output {
namespace {

constexpr int kOneLine = -1;

class Jsonl : public Output {
 public:
  Jsonl(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const batch::Outcome& outcome) override {
    out_ << dump(to_json(outcome, style_.costs), kOneLine) << '\n' << std::flush;
  }

 private:
  std::ostream& out_;
  Style style_;
};

}  // namespace

std::unique_ptr<Output> jsonl(std::ostream& out, const Style& style) {
  return std::make_unique<Jsonl>(out, style);
}

}  // namespace vermilion::service::output
