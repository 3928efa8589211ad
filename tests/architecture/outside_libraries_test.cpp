#include "tests/architecture/source_tree.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <ostream>

// Where outside libraries are spoken to. Each has few homes; everywhere else it is met as a plain
// value. Tests and benchmarks may use what they like.
namespace vermilion::tests {
namespace {

struct Library {
  std::string headers;             // what their names begin with
  std::vector<std::string> homes;  // files, and folders with a slash at the end

  friend std::ostream& operator<<(std::ostream& out, const Library& library) {
    return out << library.headers;
  }
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> kLibraries{
      // One wrapper each: their types and their exceptions stay in there.
      {"tesseract/", {"pipeline/readers/tesseract_reader.cpp"}},
      {"zbar.h", {"pipeline/readers/zbar_reader.cpp"}},
      {"ZXing/", {"pipeline/readers/zxing_reader.cpp"}},
      {"opencv2/dnn", {"pipeline/readers/network.cpp"}},
      {"leptonica/", {"pipeline/codec/bmp.cpp"}},
      {"openssl/",
       {"pipeline/digest.cpp", "pipeline/seal/likeness.cpp", "rules/forms/signature.cpp",
        "workflow/digest.cpp", "service/crypto/aes_gcm.cpp", "service/crypto/base64.cpp",
        "service/crypto/digest.cpp", "service/crypto/rsa.cpp", "service/certificates/"}},
      {"Poco/",
       {"service/server/server.cpp", "service/simulator/loopback.cpp", "service/store/database/",
        "service/transport/connection.cpp"}},
      {"prometheus/", {"service/server/metrics.cpp"}},
      {"seccomp.h", {"service/workers/sandbox/syscalls.cpp"}},
      {"sodium/",
       {"service/store/blobs/secret_key.cpp", "service/store/blobs/seal.cpp",
        "service/accounts/passwords.cpp", "service/accounts/tokens.cpp"}},
      {"sodium.h", {"service/store/ledger/signing.cpp"}},
      {"yaml.h", {"pipeline/models.cpp", "rules/yaml/parse.cpp"}},
      {"iconv.h", {"pipeline/qr/symbol.cpp", "service/payment/alipay/gbk.cpp"}},
      {"zip.h", {"service/zip/zip.cpp"}},
      {"omp.h", {"pipeline/readers/tesseract_reader.cpp"}},
      {"sqlite3.h", {"service/store/database/sqlite.cpp"}},
      {"libpq-fe.h", {"service/store/database/postgresql.cpp"}},
      // Files are read in one place, and written where samples and marked scans are made.
      {"jpeglib.h",
       {"pipeline/codec/", "samples/encode/jpeg.cpp", "samples/hostile/encode_jpeg.cpp",
        "service/overlay/jpeg_writer.cpp"}},
      {"png.h", {"pipeline/codec/", "samples/encode/png.cpp", "samples/hostile/encode_png.cpp"}},
      {"zlib.h", {"samples/hostile/encode_png.cpp"}},
      // Working material of the rooms that handle pictures.
      {"opencv2/", {"pipeline/", "samples/", "models/training/", "service/overlay/"}},
      {"cairo", {"samples/", "rules/forms/drawing/", "service/overlay/"}},
      {"pango/",
       {"samples/", "rules/forms/drawing/", "service/overlay/", "models/training/",
        "service/accounts/captcha_painter.cpp"}},
      {"qrencode.h", {"samples/qr_art.cpp", "rules/forms/drawing/qr_symbol.cpp"}},
      // Of the program around them.
      {"CLI/", {"service/cli/", "service/commands/"}},
      {"oneapi/tbb", {"service/batch/", "samples/series.cpp"}},
      {"unicode/",
       {"rules/excerpt.cpp", "rules/names.cpp", "rules/text_warnings.cpp",
        "rules/yaml/encoding.cpp", "service/output/", "service/server/request.cpp"}},
  };
  return kLibraries;
}

bool is_home(const Library& library, std::string_view file) {
  return std::ranges::any_of(library.homes, [&](const std::string& home) {
    return home.ends_with('/') ? file.starts_with(home) : file == home;
  });
}

bool includes(const SourceFile& file, std::string_view headers) {
  return std::ranges::any_of(file.includes, [&](const Include& include) {
    return include.outside && include.header.starts_with(headers);
  });
}

bool is_free(std::string_view file) {
  return file.starts_with("tests/") || file.starts_with("bench/");
}

class OutsideLibraries : public testing::TestWithParam<Library> {};

TEST_P(OutsideLibraries, LibraryIsIncludedInItsHomesOnly) {
  const Library& library = GetParam();
  for (const SourceFile& file : source_files()) {
    if (is_free(file.path) || !includes(file, library.headers)) continue;
    EXPECT_TRUE(is_home(library, file.path))
        << file.path << " includes <" << library.headers << "…>, which belongs in "
        << joined(library.homes, ", ");
  }
}

TEST_P(OutsideLibraries, EveryHomeIsLivedIn) {
  const Library& library = GetParam();
  for (const std::string& home : library.homes) {
    const Library alone{library.headers, {home}};
    const bool used = std::ranges::any_of(source_files(), [&](const SourceFile& file) {
      return is_home(alone, file.path) && includes(file, library.headers);
    });
    EXPECT_TRUE(used) << home << " no longer includes <" << library.headers
                      << "…>: take it out of the table";
  }
}

std::string named_after(const testing::TestParamInfo<Library>& library) {
  std::string name = library.param.headers;
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
}

INSTANTIATE_TEST_SUITE_P(, OutsideLibraries, testing::ValuesIn(libraries()), named_after);

struct Banned {
  std::string headers;
  std::string why;
};

TEST(OutsideLibrariesTable, SomeAreIncludedNowhere) {
  const std::vector<Banned> kBanned{
      {"opencv2/imgcodecs", "accepts cut files and pulls 26 libraries into the program"},
      {"opencv2/highgui", "windows have no place in a server"},
      {"opencv2/videoio", "comes with highgui"},
      {"opencv2/opencv.hpp", "includes the three above"},
      {"yaml-cpp/", "byte columns and silent duplicate keys; libyaml is what we take"},
  };
  for (const SourceFile& file : source_files()) {
    for (const Banned& library : kBanned) {
      EXPECT_FALSE(includes(file, library.headers))
          << file.path << " includes <" << library.headers << "…>: " << library.why;
    }
  }
}

// Those who include a door get no image library with it: neither its headers nor its compile time.
TEST(OutsideLibrariesTable, DoorsOfThePipelineReachNoOpenCv) {
  for (const auto* door :
       {"pipeline/report.hpp", "pipeline/finding.hpp", "pipeline/plan.hpp", "pipeline/inspect.hpp",
        "pipeline/error.hpp", "pipeline/limits.hpp", "pipeline/checks/catalogue.hpp",
        "pipeline/credit_code/credit_code.hpp", "pipeline/credit_code/citizen_id.hpp",
        "samples/make.hpp", "samples/series.hpp", "samples/shipped.hpp"}) {
    ASSERT_NE(std::ranges::find(source_files(), door, &SourceFile::path), source_files().end())
        << door;
    EXPECT_THAT(joined(way_to("opencv2/", door, source_files()), " -> "), testing::IsEmpty());
  }
}

TEST(OutsideLibrariesTable, RulesReachNoImageLibrary) {
  for (const SourceFile& file : source_files()) {
    if (!file.path.starts_with("rules/") && !file.path.starts_with("workflow/")) continue;
    EXPECT_THAT(joined(way_to("opencv2/", file.path, source_files()), " -> "), testing::IsEmpty());
  }
}

// The headers of libjpeg and libpng end in the codec, too: what decodes is asked for planes.
TEST(OutsideLibrariesTable, DoorOfTheCodecReachesNoDecoder) {
  for (const auto* headers : {"jpeglib.h", "png.h", "leptonica/"}) {
    EXPECT_THAT(joined(way_to(headers, "pipeline/codec/decode.hpp", source_files()), " -> "),
                testing::IsEmpty());
  }
}

}  // namespace
}  // namespace vermilion::tests
