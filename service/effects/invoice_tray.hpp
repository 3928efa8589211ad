#pragma once

#include "service/effects/carry.hpp"
#include "service/invoices/invoices.hpp"
#include "workflow/command.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// The folder invoices are asked for and answered through.
namespace vermilion::service::effects {

// Writes requests/<order>.csv, whole or not at all; what lies there already was asked before.
[[nodiscard]] std::function<Outcome<void>(const invoices::Asked&)> invoice_tray(
    std::filesystem::path folder);

struct Imported {
  struct Said {
    std::string order;
    workflow::Command command;
  };
  std::vector<Said> say;
  std::vector<invoices::Complaint> complaints;
};

// The results that lie in results/, each held against its request. May be read again: the command
// of an invoice has its number for an id.
[[nodiscard]] Imported read_results(const std::filesystem::path& folder);

}  // namespace vermilion::service::effects
