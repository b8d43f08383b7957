import type * as O from 'obsidian';

/** A desktop; `createHost({ mobile: true })` makes it a phone, `mobile: 'tablet'` a tablet. */
export const Platform: typeof O.Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'vault/',
};

export function setMobile(kind: boolean | 'tablet'): void {
  const mobile = kind !== false;
  Object.assign(Platform, {
    isDesktop: !mobile,
    isDesktopApp: !mobile,
    isLinux: !mobile,
    isMobile: mobile,
    isMobileApp: mobile,
    isAndroidApp: mobile,
    isPhone: kind === true,
    isTablet: kind === 'tablet',
  });
}
