#include "tests/service/transport/bad_server.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <utility>

namespace vermilion::tests {
namespace {

namespace net = Poco::Net;

template <class Write>
std::string pem_of(Write write) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
  write(bio.get());
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

void add_extension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

}  // namespace

SelfSigned self_signed_for(const std::string& name) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_RSA_gen(2048), &EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
  X509* x509 = certificate.get();
  X509_set_version(x509, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
  X509_gmtime_adj(X509_getm_notBefore(x509), -3600);
  X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
  X509_set_pubkey(x509, key.get());
  X509_NAME* subject = X509_get_subject_name(x509);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(x509, subject);
  add_extension(x509, NID_basic_constraints, "critical,CA:TRUE");
  add_extension(x509, NID_subject_alt_name, "DNS:" + name);
  X509_sign(x509, key.get(), EVP_sha256());
  return {pem_of([&](BIO* bio) { PEM_write_bio_X509(bio, x509); }), pem_of([&](BIO* bio) {
            PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
          })};
}

BadServer::BadServer(Deed deed) {
  start(net::ServerSocket(net::SocketAddress("127.0.0.1", 0)), std::move(deed));
}

BadServer::BadServer(Deed deed, const std::string& certificate_file, const std::string& key_file) {
  const net::Context::Ptr context = new net::Context(
      net::Context::TLS_SERVER_USE, key_file, certificate_file, "", net::Context::VERIFY_NONE);
  start(net::SecureServerSocket(net::SocketAddress("127.0.0.1", 0), 4, context), std::move(deed));
}

void BadServer::start(net::ServerSocket socket, Deed deed) {
  port_ = socket.address().port();
  thread_ = std::thread([socket, deed = std::move(deed)]() mutable {
    try {
      if (!socket.poll(Poco::Timespan(5, 0), net::Socket::SELECT_READ)) return;
      net::StreamSocket taken = socket.acceptConnection();
      taken.setReceiveTimeout(Poco::Timespan(5, 0));
      deed(taken);
    } catch (const Poco::Exception&) {  // the other side has had enough
    }
  });
}

BadServer::~BadServer() {
  thread_.join();
}

std::string BadServer::url(const std::string& scheme) const {
  return fmt::format("{}://localhost:{}", scheme, port_);
}

std::string read_request(net::StreamSocket& socket) {
  std::string head;
  std::array<char, 4096> buffer{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    const int count = socket.receiveBytes(buffer.data(), buffer.size());
    if (count <= 0) break;
    head.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return head;
}

void send_text(net::StreamSocket& socket, const std::string& text) {
  socket.sendBytes(text.data(), static_cast<int>(text.size()), MSG_NOSIGNAL);
}

}  // namespace vermilion::tests
