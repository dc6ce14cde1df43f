package papers

import "strings"

// words splits a list as it is written below.
func words(s string) []string { return strings.Fields(s) }

// The words of which English prose is made. Some are long, so that lines are
// hyphenated, and some nouns are ones that also name parts of a paper.
var (
	nouns = words(`scheduler cache replica tenant gradient pipeline cluster log snapshot quorum leader
		client server kernel driver packet buffer queue region shard index query plan operator stream
		window model dataset label feature batch epoch checkpoint optimizer parameter tensor embedding
		attacker enclave certificate protocol handshake token proof adversary participant interview
		survey participant respondent workload benchmark trace latency throughput bandwidth overhead
		reference figure table section appendix abstraction specification implementation configuration
		interconnection synchronization virtualization representation measurement experiment molecule
		lattice spectrum detector galaxy luminosity catalyst polymer membrane coefficient eigenvalue`)
	adjectives = words(`distributed concurrent adaptive robust stale opaque shared skewed heterogeneous
		incremental asynchronous deterministic probabilistic lightweight fine-grained end-to-end
		state-of-the-art well-known large small fast slow recent previous common rare noisy sparse dense
		unreliable commercial experimental theoretical multidimensional backward-compatible`)
	verbs = words(`reduces improves stores sends replays verifies compresses partitions schedules
		amortizes isolates approximates dominates explains predicts degrades invalidates outperforms
		contradicts generalizes requires avoids detects rejects exposes complements`)
	plainVerbs = words(`show argue observe find measure assume conclude report propose evaluate describe
		compare implement extend revisit`)
	adverbs = words(`rarely often silently jointly eventually consistently significantly approximately
		usually only almost partially independently`)
	topics = words(`Learning Scheduling Consensus Caching Privacy Storage Verification Networks Databases
		Compilers Fairness Robustness Measurement Replication Sampling Inference Debugging Tracing
		Provenance Isolation Energy Spectroscopy Turbulence Transport`)
	qualities = words(`Efficient Scalable Practical Robust Secure Private Fast Verified Adaptive Incremental
		Predictable Reliable Transparent Decentralized Self-Supervised Fine-Grained Near-Optimal`)
	places = words(`Datacenters Practice Heterogeneous-Clusters Mobile-Devices Embedded-Systems
		Large-Scale-Systems the-Cloud Wireless-Networks Operating-Systems High-Dimensions Plasmas
		Graph-Databases Public-Transport Disaggregated-Memory Untrusted-Environments`)
)

// heads are the usual headings of sections, in their usual order.
var heads = []string{
	"Introduction", "Background", "Motivation", "Overview", "Related Work", "Design", "System Model",
	"Threat Model", "Methods", "Implementation", "Experimental Setup", "Evaluation", "Results",
	"Case Study", "Discussion", "Limitations", "Lessons Learned", "Conclusion",
}

// oddHeads are headings that could be taken for another part of the paper.
var oddHeads = []string{
	"References and Pointers in C", "Citations in Practice", "Reference Counting", "Notes on the Appendix",
	"Author Attribution", "Data Availability in the Wild", "Bibliography Mining", "Abstract Interpretation",
	"Acknowledgment Packets", "Ethics of Sampling", "Table Lookups",
}

var (
	given = words(`Ada Grace Alan Barbara Edsger Tony Frances Leslie Radia Shafi Silvio Jim Margaret Ken
		Dennis Wei Li Xin Ming Yuki Hiroshi Aiko Priya Arjun Fatima Omar Chidi Amara Søren Jürgen François
		Zoë José María Giulia Paweł Nils Ingrid Tomás Anna-Lena Jean-Pierre`)
	family = words(`Rivera Okafor Lindqvist Schneider Müller Nakamura Chen Wang Zhang Kim Park Singh Patel
		Haddad Novák Kowalski García Fernández Rossi Moreau Dubois Jensen Andersen O'Connor MacLeod
		van~der~Berg de~Souza Papadopoulos Ivanov Petrova Yılmaz Tanaka Smith Johnson Brown Vu Ng Li
		Hernández-López Abdelrahman Krishnamurthy`)
	schools = []string{
		"Example University", "University of Northfield", "Institute for Applied Systems", "Lakeside Research",
		"Technical University of Exampletown", "National Laboratory of Examples", "Acme Labs", "École Exemple", "The Anonymous Systems Lab",
	}
	cities = []string{"Exampletown, USA", "Musterstadt, Germany", "Lyon, France", "Kyoto, Japan", "Lagos, Nigeria"}

	venues = []string{
		"Proceedings of the %s Symposium on Example Systems", "Proc. %s Conf. on Sample Networks",
		"%s Workshop on Hot Examples", "Advances in Example Processing %s", "Proceedings of the %s International Conference on Exemplary Software Engineering",
	}
	journals = []string{
		"Journal of Examples", "Transactions on Sample Systems", "Communications of Example Science",
		"Phys. Rev. X", "Example Letters", "Annals of Applied Samples", "IEEE Trans. Example",
	}
	presses  = []string{"Example Press", "Sample Books, New York", "Northfield University Press", "Springer", "ACM"}
	hosts    = words(`example.org example.com systems.example.edu archive.example.net code.example.org`)
	ordinals = words(`3rd 7th 11th 14th 21st 22nd 29th 33rd`)
)
