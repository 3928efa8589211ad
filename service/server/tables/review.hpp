#pragma once

#include "pipeline/limits.hpp"
#include "service/server/handlers/post_room.hpp"
#include "service/server/handlers/review.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// Reviewing, and the post room.
namespace vermilion::service::server::tables {

using accounts::Role;

// Six documents with thirty sentences each.
inline constexpr std::size_t kDecisionBytes = 128 * 1024;

inline constexpr std::array kReview{
    Route{"GET", "/api/v1/review/queue", Access::Account, 0, Rate::Usual, handlers::show_queue,
          "Orders that wait for a reviewer, the first first", Role::Reviewer},
    Route{"POST", "/api/v1/review/next", Access::Account, 0, Rate::Usual, handlers::claim_next,
          "Take the next order", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/heartbeat", Access::Account, 0, Rate::Usual,
          handlers::keep_claim, "Keep an order while it is looked at", Role::Reviewer},
    Route{"GET", "/api/v1/review/{order}/case", Access::Account, 0, Rate::Usual,
          handlers::show_case, "Everything a reviewer has on the screen", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/decision", Access::Account, kDecisionBytes, Rate::Usual,
          handlers::decide_case, "Decide on every document of an order", Role::Reviewer},
    Route{"GET", "/api/v1/post-room/{code}", Access::Account, 0, Rate::Usual,
          handlers::find_by_code, "The order of a sheet", Role::Operator},
    Route{"POST", "/api/v1/post-room/{order}/comparison", Access::Account,
          pipeline::limits::kFileBytesCeiling, Rate::Scans, handlers::compare_paper,
          "Hold a scan of the paper against the upload", Role::Operator},
};

}  // namespace vermilion::service::server::tables
