package outline
import ("testing";"fmt";"os")
func TestDbg(t *testing.T){
 D:="/usr/share/texlive/texmf-dist/fonts/type1/public/"
 for _,x:=range [][2]string{{"epigrafica/Epigrafica-Ortha.pfb","Ocircumflex"},{"epigrafica/Epigrafica-Ortha.pfb","O"},{"dictsym/dictsym.pfb","period"},{"dictsym/dictsym.pfb","S"},{"cm-unicode/cmunbxo.pfb","uni037E"},{"xcharter/XCharter-Italic.pfb","eight.osfup"}}{
  d,_:=os.ReadFile(D+x[0]); p,err:=Parse(d); if err!=nil {fmt.Println(err);continue}
  f:=p.(*type1); g,_:=p.ByName(x[1]); c:=newCipherText(f.glyphs[g].code.of(f.private),f.lenIV)
  var out []byte; for {b,ok:=c.next(); if !ok{break}; out=append(out,b)}
  b,err:=p.Box(g); fmt.Printf("%v %d glyphs lenIV %d % d\n %v %v\n",x,p.NumGlyphs(),f.lenIV,out[:min(60,len(out))],b,err)
 }
}
