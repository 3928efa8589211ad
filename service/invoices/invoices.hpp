#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// 数电票: invoices are issued by a tax program that takes a file of requests and gives back a file
// of results. Both are CSV in UTF-8. What comes back is held against what was asked for; a wrong
// invoice cannot be edited, only credited and issued anew.
namespace vermilion::service::invoices {

struct Asked {
  std::string order;
  std::string title;   // character by character the name of the organisation
  std::string tax_id;  // empty for a person
  std::string email;   // where it is sent
  std::string item;    // "数字证书服务费"
  std::int64_t amount_fen = 0;

  friend bool operator==(const Asked&, const Asked&) = default;
};

struct Issued {
  std::string order;
  std::string number;  // 20 digits: year, province, channel, sequence
  std::chrono::sys_days on{};

  friend bool operator==(const Issued&, const Issued&) = default;
};

struct Complaint {
  std::size_t line = 0;  // of the file; 0: the file itself
  std::string order;
  std::string why;

  friend bool operator==(const Complaint&, const Complaint&) = default;
};

struct Results {
  std::vector<Issued> issued;
  std::vector<Complaint> complaints;
};

// The file of requests; else why one of them can be no invoice.
[[nodiscard]] tl::expected<std::string, Complaint> request_file(std::span<const Asked> asked);

// What was asked, read back: the tax program's part.
[[nodiscard]] tl::expected<std::vector<Asked>, std::string> read_requests(std::string_view file);

// A row is taken when it is of an order that was asked for, says the same title, tax id and amount,
// and its number is one and no other row's. The rest are complaints; each is left to a person.
[[nodiscard]] Results read_results(std::string_view file, std::span<const Asked> asked);

// A result, as the tax program writes it.
[[nodiscard]] std::string result_head();
[[nodiscard]] std::string result_line(const Asked& asked, std::string_view number,
                                      std::string_view date);

// Whether the number can be one of an invoice issued on that day.
[[nodiscard]] bool is_invoice_number(std::string_view number, std::chrono::sys_days on);

}  // namespace vermilion::service::invoices
