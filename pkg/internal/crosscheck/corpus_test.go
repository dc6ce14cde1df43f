package crosscheck

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/report"
)

// everyPaper is how many papers there are to one that is compared, unless the run is
// thorough.
const everyPaper = 16

// minAgreement is the share of the pages that both readers read on which they
// have to agree.
const minAgreement = 0.99

func TestRealPapersAgree(t *testing.T) {
	count, reasons := map[report.CrossStatus]int{}, map[string]int{}
	for _, file := range pdftest.Corpus(t, everyPaper, "papers") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := Compare(context.Background(), reader(t, "honest", time.Minute), data)
		for _, p := range got.Pages {
			count[p.Status]++
			switch p.Status {
			case report.CrossSkipped:
				reasons[p.Message]++
			case report.CrossDiffers:
				t.Logf("%s, page %d: %s", filepath.Base(file), p.Page, p.Message)
			}
		}
	}
	agree, compared := count[report.CrossAgrees], count[report.CrossAgrees]+count[report.CrossDiffers]
	t.Logf("%d of %d compared pages agree; %d were skipped: %v", agree, compared, count[report.CrossSkipped], reasons)
	if compared == 0 || float64(agree) < minAgreement*float64(compared) {
		t.Errorf("the readers agree on %d of %d pages", agree, compared)
	}
}
