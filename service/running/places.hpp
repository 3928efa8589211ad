#pragma once

#include <filesystem>
#include <string>

namespace vermilion::service::running {

// Where everything an installation keeps lies. What is not named is not there.
struct Places {
  std::string database;         // a file, or "postgresql:…"
  std::filesystem::path blobs;  // a folder, or "database": beside the tables in PostgreSQL
  std::filesystem::path blob_keys;
  std::filesystem::path marks;       // of the ledger; how far it was verified lies beside it
  std::filesystem::path ledger_key;  //
  std::filesystem::path partners;    // folder of partners.json
  std::filesystem::path authority;   // folder of the embedded authority
};

}  // namespace vermilion::service::running
