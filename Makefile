# paperfit: run "make" for a list of targets.

.DEFAULT_GOAL := help
.PHONY: help build test lint bench bench-peers accuracy hotcrp testdata golden fuzz venues man completions page dist dist-check ci

help: ## show this list
	@awk -F ':.*## ' '/^[a-z -]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build ./paperfit
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o paperfit ./cmd/paperfit

test: ## run all tests
	go test ./...

lint: ## check formatting, vet for all systems, staticcheck and the workflows
	.ci/lint

bench: ## benchmark the stages, with allocations
	go test -run '^$$' -bench . -benchmem ./...

bench-peers: ## compare whole processes with pdftotext and mutool (PAGE=docs/speed.md writes the page of figures)
	.ci/bench-peers $(if $(PAGE),-o $(PAGE))

# The page of accuracy is written only by a whole run.
N = 400
SEED = 1
accuracy: ## count errors on N random papers from SEED on (needs TeX; KEEP=folder keeps them)
	go run ./pkg/internal/accuracy/run -n $(N) -seed $(SEED) $(if $(KEEP),-keep $(KEEP)) $(if $(ONLY),-only '$(ONLY)') $(if $(filter 400,$(N)),-o docs/accuracy.md)

hotcrp: ## test the plug-in in HotCRP=DIR, a copy of HotCRP (needs PHP and MariaDB)
	contrib/hotcrp/test '$(HOTCRP)' docs/hotcrp-authors.md

oracle-readers: ## list what qpdf, MuPDF and poppler open and paperfit refuses (needs ../shared)
	PAPERFIT_ORACLE=all go test ./pkg/check -run NothingIsRefused -count=1 -v

testdata: ## rebuild the papers in testdata from their sources (needs TeX)
	testdata/papers/build

golden: ## rewrite the expected outputs, the README's too; review them with git diff
	go test ./cmd/paperfit -run SameRules -update
	go generate ./pkg/profile
	go test ./pkg/profile -run Schema -update
	go test ./pkg/internal/wording -update
	go test ./pkg/internal/accuracy -run Committed -update
	go test ./pkg/render $(addprefix ./pkg/render/internal/,text html markdown machine) ./cmd/paperfit -update
	.ci/readme --update

fuzz: ## fuzz every target for a minute each
	.ci/fuzz 60s

venues: ## set a paper for each current venue, and apply each remedy to a paper: takes TeX, Typst and LibreOffice
	PAPERFIT_ORACLE=all go test -count=1 -timeout 60m ./cmd/paperfit -run 'Kits|Breakages'
	PAPERFIT_ORACLE=all go test -count=1 -timeout 60m ./pkg/check -run Remedies

man completions: ## write the man pages and the shell completions into made/
	go run ./.ci/dist -made -o made

page: ## build the browser page and its site into made/page/; paperfit.html is all of the page in one file
	go run ./.ci/page
	go run -C .ci/tools ./site

dist: ## build the archives for all systems into dist/, with their checksums
	go run ./.ci/dist

dist-check: ## build the archives twice, in different folders, and compare the bytes
	.ci/dist-check

ci: ## everything that continuous integration runs
	.ci/run
