/** A driver that nobody outside of these cases knows, and the tags that it uses. */
export interface ThirdParty {
  driver: string;
  tags: readonly string[];
}

/** `driver tag tag tag tag`: invented, after the companies that Microsoft's own samples are about. */
const TABLE = `
ctxflt CtxL CtxM CtxN CtxR
adtflow AdFl AdQe AdRx AdTb
fbmon FbMn FbQu FbRc FbEv
nwcache NwRc NwIx NwPg NwHd
tspnet TsNb TsCn TsPk TsFl
wwibkup WwBk WwSn WwMp WwEx
trvscan TrvS TrvF TrvN TrvC
prswenc PwEn PwKy PwIv PwBl
wdgrvpn WgTn WgSa WgPk WgRt
lucflt LuFc LuNm LuSt LuRd
vanstor VaIo VaQ1 VaTk VaMd
wngtusb WtUr WtEp WtBf WtPp
relaud ReAu ReAe ReNm ReSt
byoinv ByIv ByIt ByHk ByRc
alphids AhPk AhSg AhFl AhRl
humscan HuSc HuPr HuNm HuCx
srdfw SrRl SrCn SrFl SrLg
cohdlp CoDl CoPo CoMt CoFn
cpwtrk CpwT CpwE CpwS CpwL
fcmsg FcMs FcQu FcAk FcBf
sovraid SoDk SoRa SoCh SoQd
mgtsync MgSy MgFi MgQu MgRn
bfyprint BfPj BfSp BfPg BfFt
lamdev LaDv LaIo LaEv LaWk
munrep MuRp MuLg MuBl MuAk
nodmsg NoPb NoSb NoMs NoTp
`;

export const THIRD_PARTIES: readonly ThirdParty[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [driver, ...tags] = line.split(" ");
    return { driver: `${driver}.sys`, tags };
  });
