/** Booting Strapi and driving a browser take seconds, and minutes on a busy machine. */
jest.setTimeout(120_000);
