#include "service/output/json.hpp"

#include "service/output/outcome_json.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace vermilion::service::output {
namespace {

constexpr int kIndent = 2;

// Written piece by piece, so that a batch of any length needs the memory of one report.
class Json : public Output {
 public:
  Json(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void begin() override { out_ << "["; }

  void write(const batch::Outcome& outcome) override {
    out_ << separator_ << dump(to_json(outcome, style_.costs), kIndent);
    separator_ = ",\n";
  }

  void end() override { out_ << "]\n"; }

 private:
  std::ostream& out_;
  Style style_;
  const char* separator_ = "";
};

}  // namespace

std::unique_ptr<Output> json(std::ostream& out, const Style& style) {
  return std::make_unique<Json>(out, style);
}

}  // namespace vermilion::service::output
