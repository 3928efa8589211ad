#pragma once

#include "service/review/reports.hpp"
#include "service/scans/house.hpp"

namespace vermilion::service::review {

// The reports that scans/ keeps.
class ScannedReports final : public Reports {
 public:
  // `house` must outlive it.
  explicit ScannedReports(scans::House& house) : house_(house) {}

  [[nodiscard]] std::optional<ShownReport> shown(const workflow::Order& order,
                                                 const std::string& slot) const override;
  [[nodiscard]] std::optional<pipeline::Report> measured(const workflow::Order& order,
                                                         const std::string& slot) const override;
  [[nodiscard]] std::optional<std::int64_t> version_of(const std::string& order,
                                                       const std::string& slot,
                                                       const std::string& sha256) const override;
  [[nodiscard]] std::vector<ReportKey> kept(std::int64_t from_ms, int most) const override;
  [[nodiscard]] std::vector<ReportKey> latest(int most) const override;
  [[nodiscard]] std::optional<std::string> read(const ReportKey& key) const override;

 private:
  [[nodiscard]] std::vector<ReportKey> keys(const std::string& rest,
                                            const store::database::Parameters& with) const;

  scans::House& house_;
};

}  // namespace vermilion::service::review
