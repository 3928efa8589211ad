#pragma once

#include "service/server/handlers/audit.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// Audit, statistics, and what is kept besides orders.
namespace vermilion::service::server::tables {

using accounts::Role;

// Ten thousand keys.
inline constexpr std::size_t kHallKeysBytes = 2 * 1024 * 1024;

inline constexpr std::array kAudit{
    Route{"GET", "/api/v1/audit/ledger", Access::Account, 0, Rate::Usual, handlers::show_ledger,
          "Entries of the ledger with what they changed", Role::Auditor},
    Route{"GET", "/api/v1/audit/views", Access::Account, 0, Rate::Usual, handlers::show_views,
          "Who of the staff saw which scan", Role::Auditor},
    Route{"GET", "/api/v1/audit/verification", Access::Account, 0, Rate::Usual,
          handlers::verify_ledger, "Whether the ledger is what was written", Role::Auditor},
    Route{"GET", "/api/v1/statistics", Access::Account, 0, Rate::Usual, handlers::show_statistics,
          "How much there was to do, and how long people waited",
          Role::Auditor | Role::Finance | Role::Operator},
    Route{"GET", "/api/v1/reconciliation", Access::Account, 0, Rate::Usual,
          handlers::show_reconciliation, "What the gateways' bills and our books do not share",
          Role::Finance},
    Route{"POST", "/api/v1/hall-keys", Access::Account, kHallKeysBytes, Rate::Usual,
          handlers::import_hall_keys, "Keys that were issued at the hall", Role::Operator},
    Route{"GET", "/api/v1/jobs/dead", Access::Account, 0, Rate::Usual, handlers::list_dead_jobs,
          "What could not be done outside, and why", Role::Operator | Role::Auditor},
    Route{"POST", "/api/v1/jobs/{job}/revival", Access::Account, 0, Rate::Usual,
          handlers::revive_job, "Try a dead job again", Role::Operator},
};

}  // namespace vermilion::service::server::tables
