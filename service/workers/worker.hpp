#pragma once

#include "pipeline/inspect.hpp"
#include "service/workers/sandbox/layers.hpp"

namespace vermilion::service::workers {

// The descriptors a worker has, and no other.
struct Channels {
  int tasks = 0;    // a socket; the end of it ends the worker
  int results = 1;  // a pipe
  int scan = 3;     // memory the server writes the scan to, readable
};

// What goes on inside the sandbox: says which layers are up, then answers one task after the other
// until nobody sends any. What a scan makes the inspector throw is answered as failed and is the
// end of the worker: nobody knows what state it is in.
void work(pipeline::Inspector& inspector, sandbox::Layers up, const Channels& channels);

}  // namespace vermilion::service::workers
